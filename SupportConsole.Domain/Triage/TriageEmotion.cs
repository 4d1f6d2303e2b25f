namespace SupportConsole.Domain.Triage;

public enum TriageEmotion : byte
{
    Neutral,
    Frustrated,
    Angry,
    Confused,
    Happy,
    Grateful,
}
