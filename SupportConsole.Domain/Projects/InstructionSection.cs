namespace SupportConsole.Domain.Projects;

/// <summary>One named section of Instructions; the name is empty for text before the first heading.</summary>
public sealed record InstructionSection(string Name, string Text);
