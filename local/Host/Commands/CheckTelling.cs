using System.Text.Encodings.Web;
using System.Text.Json;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Tells what checks found: a finding on a line, or all of it as JSON.</summary>
internal sealed class CheckTelling
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Language language;
    private readonly bool asJson;

    private CheckTelling(Language language, bool asJson)
    {
        this.language = language;
        this.asJson = asJson;
    }

    /// <summary>A telling in a language.</summary>
    public static CheckTelling In(Language language, bool asJson) => new(language, asJson);

    /// <summary>Tells it.</summary>
    public void Tell(CheckTarget target, IReadOnlyList<CheckedFile> files)
    {
        var page = new PageContext(language, TimeProvider.System.GetUtcNow(), target.Plan);
        var findings = files
            .SelectMany(file => file.Findings.Select(finding => (file, finding)))
            .ToList();
        if (asJson)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    findings.Select(one => new
                    {
                        File = one.file.Path,
                        Part = one.file.Part.Code,
                        one.finding.Code,
                        Severity = one.finding.Severity.ToString().ToLowerInvariant(),
                        one.finding.Place,
                        one.finding.Arguments,
                        Text = FindingText.Show(page, one.finding),
                    }),
                    Json
                )
            );
            return;
        }
        foreach (var (file, finding) in findings)
        {
            Console.WriteLine(
                $"{file.Path}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {FindingText.Show(page, finding)}"
            );
        }
        foreach (
            var file in files.Where(file => file.Findings.Count == 0).DistinctBy(file => file.Path)
        )
        {
            if (!findings.Exists(one => one.file.Path == file.Path))
            {
                Console.WriteLine($"{file.Path}: no findings, as {file.Part.Code}.");
            }
        }
    }
}
