using System.Text;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>Everything that a body needs for a report in one ZIP file: what to do first, then the forms.</summary>
internal static class FormBundle
{
    /// <summary>What it is.</summary>
    public const string ContentType = "application/zip";

    /// <summary>Writes it, one form after the other as each is made; none is held any longer.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="assignment">Whose forms.</param>
    /// <param name="language">The language of who fetches them.</param>
    /// <param name="target">Whoever fetches it; only written forward.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(
        PlanLookup plan,
        AssignmentId assignment,
        Language language,
        Stream target,
        CancellationToken cancellation
    )
    {
        var files = FormFiles.Of(plan, assignment, language).ToList();
        await using var zip = new ForwardZip(target, cancellation);
        await zip.AddAsync(
            $"{Text.Get(language, "form.readme.name")}.txt",
            Readme(plan, assignment, language, files)
        );
        foreach (var file in files)
        {
            await zip.AddAsync(file.Name, file.Write());
        }
    }

    // With a mark and line ends that the simplest of editors shows right.
    private static byte[] Readme(
        PlanLookup plan,
        AssignmentId assignment,
        Language language,
        IEnumerable<FormFile> files
    )
    {
        string[] lines =
        [
            FormText.Clean(plan.ReportType(assignment.ReportType).Title.In(language)),
            FormText.Clean(plan.Body(assignment.Body).Name.In(language)),
            "",
            .. files.Select(file => $"- {file.Name}"),
            "",
            .. Text.Get(language, "form.readme").Split('\n'),
        ];
        return Encoding.UTF8.GetBytes(
            $"\uFEFF{string.Concat(lines.Select(line => $"{line}\r\n"))}"
        );
    }
}
