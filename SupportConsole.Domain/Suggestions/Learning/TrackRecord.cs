namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>"Cards like this claimed +28 and brought +24 (9 cards)": means in points over the judged cards of one cause.</summary>
public sealed record TrackRecord(int Cards, double Claimed, double Brought);
