using System.Diagnostics;
using ProgramReview.TestKit.Servers;
using Xunit;

namespace ProgramReview.Functions.Tests.Forms;

/// <summary>The machine's own LibreOffice; tests that need it are skipped without it, and fail on the build server.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = new[]
    {
        "/usr/bin/soffice",
        "/usr/local/bin/soffice",
    }.FirstOrDefault(File.Exists);

    /// <summary>A file as LibreOffice saves it after opening it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="from">Its extension.</param>
    /// <param name="to">As what it is saved.</param>
    public static async Task<byte[]> SaveAsync(byte[] content, string from, string to)
    {
        var program = Needed.Or(Program, "LibreOffice");
        var folder = Directory.CreateTempSubdirectory("office-").FullName;
        try
        {
            var file = Path.Combine(folder, $"form.{from}");
            await File.WriteAllBytesAsync(file, content);
            var output = Path.Combine(folder, "saved");
            var run = await ProgramRun.ToEndAsync(
                new ProcessStartInfo(program)
                {
                    ArgumentList =
                    {
                        // A profile of its own: two at once would wait for each other.
                        $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        output,
                        file,
                    },
                }
            );
            var saved = Path.Combine(output, $"form.{to}");
            Assert.True(File.Exists(saved), run.Said);
            return await File.ReadAllBytesAsync(saved);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
