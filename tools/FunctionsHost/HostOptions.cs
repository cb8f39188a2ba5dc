namespace ProgramReview.FunctionsHost;

/// <summary>What the command line says.</summary>
/// <param name="App">The folder of the published app.</param>
/// <param name="Port">Where requests are answered, on loopback.</param>
/// <param name="Azurite">Host and first port of the storage emulator, where it is not at its usual place.</param>
/// <param name="IsVerbose">Whether the extensions' and the worker's information is shown too.</param>
internal sealed record HostOptions(string App, int Port, string? Azurite, bool IsVerbose);
