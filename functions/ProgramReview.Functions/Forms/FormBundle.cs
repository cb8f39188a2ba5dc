using System.IO.Compression;
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

    // The first instant that a ZIP directory can name: the same content gives the same bytes.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes it: some tens of kilobytes, held until they are sent, since a ZIP file is written by writes that wait.</summary>
    public static byte[] Of(PlanLookup plan, AssignmentId assignment, Language language)
    {
        var files = FormFiles.Of(plan, assignment, language).ToList();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                $"{Text.Get(language, "form.readme.name")}.txt",
                Readme(plan, assignment, language, files),
                CompressionLevel.Optimal
            );
            foreach (var file in files)
            {
                // Already packed.
                Add(file.Name, file.Write(), CompressionLevel.NoCompression);
            }

            void Add(string name, byte[] content, CompressionLevel level)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = Never;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
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
