using System.Text;
using SupportConsole.Access;

namespace SupportConsole.Tests.Access;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_test";

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"call_id\": \"é\"}");
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);
    private static readonly string Signed = WebhookSignature.Sign(Secret, Body, Now);

    // openssl: printf '%s' '1772442000.{"call_id": "é"}' | openssl dgst -sha256 -hmac whsec_test
    private const string FromOpenSsl = "7f71b0c57662de792fd06aed83e5e232fb232362b4a5c841764cac0fa594a204";

    [Fact]
    public void Signature_MadeByAnotherTool_Holds() => Holds($"t=1772442000,v1={FromOpenSsl}").ShouldBeTrue();

    [Fact]
    public void Signature_OfThisBodyAndSecret_Holds()
    {
        Holds(Signed).ShouldBeTrue();
        Holds(Signed.Replace(",", ", ")).ShouldBeTrue();
        Holds($"{Signed},v1={new string('0', 64)}").ShouldBeTrue();
        Holds(Signed, now: Now.AddSeconds(300)).ShouldBeTrue();
        Holds(Signed, now: Now.AddSeconds(-300)).ShouldBeTrue();
    }

    [Fact]
    public void Signature_OldOrFromTheFuture_DoesNotHold()
    {
        Holds(Signed, now: Now.AddSeconds(301)).ShouldBeFalse();
        Holds(Signed, now: Now.AddSeconds(-301)).ShouldBeFalse();
    }

    [Fact]
    public void Body_AlteredByOneByte_DoesNotHold()
    {
        for (var i = 0; i < Body.Length; i++)
        {
            var altered = Body.ToArray();
            altered[i] ^= 1;
            Holds(Signed, altered).ShouldBeFalse();
        }

        Holds(Signed, [.. Body, (byte)'\n']).ShouldBeFalse();
        Holds(Signed, []).ShouldBeFalse();
    }

    [Fact]
    public void Time_MovedForwardInTheHeader_DoesNotHold() =>
        Holds(Signed.Replace($"t={Now.ToUnixTimeSeconds()}", $"t={Now.AddHours(1).ToUnixTimeSeconds()}"), now: Now.AddHours(1)).ShouldBeFalse();

    [Fact]
    public void Secret_OfAnother_DoesNotHold() => Holds(WebhookSignature.Sign("whsec_other", Body, Now)).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=,v1=")]
    [InlineData("t=1772442000")]
    [InlineData("v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=1772442000,v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=1772442000,v1=zzzz000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=-9223372036854775808,v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=99999999999999999999,v1=00")]
    public void Header_OfNonsense_DoesNotHoldAndDoesNotFail(string? header) => Holds(header).ShouldBeFalse();

    private static bool Holds(string? header, byte[]? body = null, DateTimeOffset? now = null) =>
        WebhookSignature.Holds(header, body ?? Body, Secret, now ?? Now, Tolerance);
}
