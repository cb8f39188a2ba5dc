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
        using var made = new Passage();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(
                $"{Text.Get(language, "form.readme.name")}.txt",
                Readme(plan, assignment, language, files)
            );
            foreach (var file in files)
            {
                await AddAsync(file.Name, file.Write());
            }

            // All packed, the forms too, although that saves nothing: what unpacks while it still receives knows no other end of a file.
            async Task AddAsync(string name, byte[] content)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = Never;
                using (var stream = entry.Open())
                {
                    stream.Write(content);
                }
                await made.GoOnAsync(target, cancellation);
            }
        }
        // The directory at the end.
        await made.GoOnAsync(target, cancellation);
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

    // A ZIP archive is written by writes that do not wait, which a response does not take; it must not go back to what is gone.
    private sealed class Passage : MemoryStream
    {
        public override bool CanSeek => false;

        public async Task GoOnAsync(Stream target, CancellationToken cancellation)
        {
            await target.WriteAsync(GetBuffer().AsMemory(0, (int)Length), cancellation);
            SetLength(0);
        }
    }
}
