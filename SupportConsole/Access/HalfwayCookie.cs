namespace SupportConsole.Access;

/// <summary>Between the password and the code, this browser carries the proof that the password was right.</summary>
internal static class HalfwayCookie
{
    private const string Name = "console-halfway";

    public static string? Halfway(this HttpContext http) => http.Request.Cookies[Name];

    public static void SetHalfway(this HttpContext http, string halfway) => http.Response.Cookies.Append(Name, halfway, Options(http));

    public static void DropHalfway(this HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = Links.SignIn,
        IsEssential = true,
    };
}
