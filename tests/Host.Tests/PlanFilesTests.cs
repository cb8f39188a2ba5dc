using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Host.Tests;

public sealed class PlanFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_never_ends_is_not_read()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There are no device files here.");
        var link = Path.Combine(folder.FullName, "plan.yaml");
        File.CreateSymbolicLink(link, "/dev/zero");

        Assert.Throws<StartException>(() => PlanFiles.Read("/dev/zero", DateTimeOffset.UnixEpoch));
        Assert.Throws<StartException>(() => PlanFiles.Read(link, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Of_a_huge_file_no_more_is_read_than_a_plan_may_hold()
    {
        var path = Path.Combine(folder.FullName, "plan.yaml");
        using (var file = File.Create(path))
        {
            file.SetLength(8L << 30);
        }

        var fault = Assert.Single(PlanFiles.Read(path, DateTimeOffset.UnixEpoch).Faults);

        Assert.Contains("1 MiB", fault.Message, StringComparison.Ordinal);
    }
}
