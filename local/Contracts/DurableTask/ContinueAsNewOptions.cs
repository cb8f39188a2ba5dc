namespace Microsoft.DurableTask;

/// <summary>How an orchestration begins anew.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the new generation.</summary>
    public object? NewInput { get; set; }

    /// <summary>The version of the new generation; the same unless given.</summary>
    public string? NewVersion { get; set; }

    /// <summary>Whether events nobody took are handed on.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
