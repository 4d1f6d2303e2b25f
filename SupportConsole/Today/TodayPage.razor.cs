namespace SupportConsole.Today;

public sealed partial class TodayPage
{
    private int _looks;

    private string Looks => _looks == 0 ? "" : $"Looked {_looks} times, still nothing.";

    private void LookAgain() => _looks++;
}
