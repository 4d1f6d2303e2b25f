namespace SupportConsole.Controls;

public enum SeverityLevel { Low, Medium, High }
