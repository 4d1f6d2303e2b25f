using SupportConsole.Domain.Triage.Fingerprints;

namespace SupportConsole.Tests.Triage;

public sealed class ErrorFingerprintTests
{
    private const string DotNet = """
        System.InvalidOperationException: Order 123 is closed
           at Shop.Orders.Close(Order order) in /src/Orders.cs:line 42
           at Shop.Api.<Handle>b__12_0() in /src/Api.cs:line 7
        """;

    [Theory]
    [InlineData("TypeError: Cannot read property 'name' of undefined", "TypeError: Cannot read property 'total' of undefined")]
    [InlineData("Payment 8823 for customer 12 failed", "Payment 91 for customer 4711 failed")]
    [InlineData("Timeout after 3000 ms on https://a.example.com/x", "Timeout after 5000 ms on https://b.example.com/y/z")]
    [InlineData("Error: ENOENT: no such file, open '/tmp/a.txt'", "Error: ENOENT: no such file, open '/var/b/c.txt'")]
    public void Message_WithOtherValues_IsTheSameError(string one, string other) =>
        ErrorFingerprint.Of(one).Fingerprint.ShouldBe(ErrorFingerprint.Of(other).Fingerprint);

    [Theory]
    [InlineData("TypeError: x is not a function", "RangeError: x is not a function")]
    [InlineData("Payment 1 failed", "Payment 1 expired")]
    public void Message_OfAnotherKind_IsAnotherError(string one, string other) =>
        ErrorFingerprint.Of(one).Fingerprint.ShouldNotBe(ErrorFingerprint.Of(other).Fingerprint);

    [Fact]
    public void StackTrace_OfAnotherBuildAndOtherValues_IsTheSameError()
    {
        var other = DotNet.Replace("123", "77").Replace("line 42", "line 45").Replace("b__12_0", "b__14_1").Replace("/src/", "/home/ci/build/");

        ErrorFingerprint.Of(other).Fingerprint.ShouldBe(ErrorFingerprint.Of(DotNet).Fingerprint);
    }

    [Fact]
    public void StackTrace_FromAnotherPlace_IsAnotherError() =>
        ErrorFingerprint.Of(DotNet.Replace("Orders.Close", "Orders.Open")).Fingerprint.ShouldNotBe(ErrorFingerprint.Of(DotNet).Fingerprint);

    [Fact]
    public void Signature_OfADotNetError_HasTypeTemplateAndFrames()
    {
        var signature = ErrorFingerprint.Of(DotNet);

        signature.Type.ShouldBe("InvalidOperationException");
        signature.Template.ShouldBe("Order <*> is closed");
        signature.Frames.ShouldBe(["Shop.Orders.Close", "Shop.Api.<Handle>b__#_#"]);
    }

    [Fact]
    public void Signature_OfAPythonError_HasItsInnermostFrameFirst()
    {
        var signature = ErrorFingerprint.Of("""
            Traceback (most recent call last):
              File "/app/main.py", line 10, in <module>
                run()
              File "/app/orders.py", line 3, in run
                raise ValueError("bad id 12")
            ValueError: bad id 12
            """);

        (signature.Type, signature.Template).ShouldBe(("ValueError", "bad id <*>"));
        signature.Frames.ShouldBe(["orders.py run", "main.py <module>"]);
    }

    [Fact]
    public void Signature_OfAJavaScriptError_LeavesOutHashesOfBundles()
    {
        const string One = "TypeError: a is null\n    at render (https://x.example/app.3f9c2b1a.js:1:200)\n    at https://x.example/app.3f9c2b1a.js:2:9";
        const string Other = "TypeError: a is null\n    at render (https://x.example/app.99aa00ff.js:7:1)\n    at https://x.example/app.99aa00ff.js:8:33";

        ErrorFingerprint.Of(One).Fingerprint.ShouldBe(ErrorFingerprint.Of(Other).Fingerprint);
    }

    [Fact]
    public void Signature_OfAJavaError_NamesMethodsWithoutLines() =>
        ErrorFingerprint.Of("java.io.IOException: Broken pipe\n\tat shop.Net.send(Net.java:12)\n\tat shop.Main.main(Main.java:3)").Frames.ShouldBe(["shop.Net.send", "shop.Main.main"]);
}
