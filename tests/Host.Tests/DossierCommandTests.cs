using ProgramReview.Functions.Status;
using ProgramReview.Host.Tests.Keeping;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Host.Tests;

/// <summary>What <c>./review dossier</c> and <c>./review rehearse --dossier</c> take and refuse; which bytes they write is tested elsewhere.</summary>
[Collection("Console")]
public sealed class DossierCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dossier-");

    private string Target => Path.Combine(folder.FullName, "out");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_export_is_drawn_in_all_forms_and_they_are_named()
    {
        await using var cycle = await SmallCycle.BeginAsync();
        await cycle.FinishAsync();

        var (code, said, _) = await RunAsync(
            "dossier",
            Write(await cycle.ExportAsync()),
            Target,
            "--language",
            "hi",
            "--for",
            "everybody"
        );

        Assert.Equal(0, code);
        Assert.True(File.Exists(Path.Combine(Target, "html", "index.html")));
        var files = Directory.GetFiles(Target).Select(Path.GetFileName).ToList();
        Assert.Equal(
            [".docx", ".html.zip", ".xlsx", ".zip"],
            files.Select(name => name![name!.IndexOf('.', StringComparison.Ordinal)..]).Order()
        );
        Assert.All(files, name => Assert.Contains(name!, said, StringComparison.Ordinal));
        Assert.Contains("published as edition 1", said, StringComparison.Ordinal);
        Assert.Contains("no pdf", said, StringComparison.Ordinal);
        Assert.Contains("as everybody may read it", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"{Target}.part"));
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_one_line_and_1_and_nothing_is_written()
    {
        await using var cycle = await SmallCycle.BeginAsync();
        await RefusesAsync("No dossier was compiled", Write(await cycle.ExportAsync()), Target);
        await cycle.FinishAsync();
        var export = await cycle.ExportAsync();

        await RefusesAsync(
            "Nothing was written",
            Write(export.Replace("published-1", "published-2", StringComparison.Ordinal)),
            Target
        );
        await RefusesAsync(
            "holds no files",
            Write(await cycle.ExportAsync(AuditScope.Everything with { Files = false })),
            Target
        );
        await RefusesAsync(
            "cannot be read",
            Path.Combine(folder.FullName, "nothing.jsonl"),
            Target
        );
        Assert.False(Directory.Exists(Target));

        Directory.CreateDirectory(Target);
        var there = Path.Combine(Target, "mine.txt");
        await File.WriteAllTextAsync(there, "mine", TestContext.Current.CancellationToken);
        await RefusesAsync("not an empty folder", Write(export), Target);
        await RefusesAsync("not an empty folder", Write(export), there);
        Assert.Equal([there], Directory.GetFileSystemEntries(Target));
    }

    [Fact]
    public async Task A_rehearsal_leaves_the_dossier_that_it_came_to_in_an_empty_folder()
    {
        var plan = SourceTree.PathOf("tests/Host.Tests/Running/plan.yaml");
        Directory.CreateDirectory(Target);

        var (code, said, _) = await RunAsync("rehearse", plan, "--dossier", Target);

        Assert.Equal(0, code);
        Assert.Contains("published as edition 1", said, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Target, "*-en.pdf"));
        Assert.True(File.Exists(Path.Combine(Target, "html", "index.html")));
        await RefusesAsync("not an empty folder", "rehearse", [plan, "--dossier", Target]);
        await RefusesAsync(
            "go with one plan",
            "rehearse",
            [plan, "--diff", plan, "--dossier", $"{Target}-2"]
        );
    }

    private string Write(string export)
    {
        var path = Path.Combine(folder.FullName, "export.jsonl");
        File.WriteAllText(path, export);
        return path;
    }

    private static Task RefusesAsync(string why, string one, string two) =>
        RefusesAsync(why, "dossier", [one, two]);

    private static async Task RefusesAsync(string why, string command, string[] arguments)
    {
        var (code, _, refused) = await RunAsync([command, .. arguments]);
        Assert.Equal(1, code);
        Assert.Contains(why, refused, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said, string Refused)> RunAsync(
        params string[] arguments
    )
    {
        var (console, errors) = (Console.Out, Console.Error);
        var (said, refused) = (new StringWriter(), new StringWriter());
        Console.SetOut(said);
        Console.SetError(refused);
        try
        {
            var code = await CommandLine.RunAsync(
                arguments,
                DossierCommand.Create(),
                RehearseCommand.Create()
            );
            return (code, said.ToString(), refused.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(errors);
        }
    }
}
