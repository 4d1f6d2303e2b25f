namespace SupportConsole.Controls;

/// <summary>The few drawings the console uses.</summary>
public enum IconName { Today, Suggestions, Projects, Triage, Analytics, Health, Settings, Menu, Search, Bell, Back, Close }
