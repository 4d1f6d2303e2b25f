using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Shell;

/// <summary>Limits of the API. Section "Api".</summary>
public sealed class ApiOptions
{
    /// <summary>Largest body of a call, in bytes: a transcript of two hours is a tenth of it.</summary>
    [Range(10_000, 100_000_000)]
    public int MaxCallBytes { get; set; } = 1_000_000;

    /// <summary>Largest body of a batch, in bytes.</summary>
    [Range(10_000, 100_000_000)]
    public int MaxBatchBytes { get; set; } = 10_000_000;

    /// <summary>Rows in a batch at most: what is checked before the first of them is on disk.</summary>
    [Range(1, 10_000)]
    public int MaxBatchRows { get; set; } = 1_000;

    /// <summary>Largest body of any other request, in bytes: the longest instructions fit, whatever their letters.</summary>
    [Range(10_000, 100_000_000)]
    public int MaxBodyBytes { get; set; } = 512_000;

    /// <summary>
    /// Requests a key may make in a second, in the long run: enough for a phone system that asks for its instructions before every
    /// call. Received calls do not count: the queue is their limit.
    /// </summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>Requests a key may make at once before the rate counts.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 1_000;
}
