namespace SupportConsole.Notifications;

internal static class NotificationsSetup
{
    public static void AddNotifications(this IServiceCollection services) => services.AddSingleton<NotificationWording>();
}
