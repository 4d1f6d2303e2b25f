using QRCoder;

namespace SupportConsole.Access;

/// <summary>Draws a text as a QR code. The answer is markup of ours: the text appears in it only as squares.</summary>
public static class QrCode
{
    private const int PixelsPerSquare = 4;

    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        // Dark on white in both themes: phones do not read it the other way round.
        return code.GetGraphic(PixelsPerSquare, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
