namespace ProgramReview.Benchmarks.Harness;

/// <summary>A folder for the files of one run. It lies beside the program: the folder for temporary files may be in memory, where nothing is durable.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(
            AppContext.BaseDirectory,
            "scratch",
            $"{Environment.ProcessId}-{Interlocked.Increment(ref _count)}"
        )
    );
    private static int _count;

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
