using System.Text;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Workflow.Tests;

/// <summary>Finds in a file what its title says that it holds, and nothing else: tests of what follows from findings choose them so.</summary>
internal sealed class MarkReader : IContentReader
{
    /// <summary>What the title of a file says that starts a program when it is opened: it does not count.</summary>
    public const string LaunchMark = "[launch]";

    /// <summary>What the title of a file says that brings another along: a query.</summary>
    public const string AttachmentMark = "[attachment]";

    private static readonly (
        string Mark,
        ActiveContentKind Pdf,
        ActiveContentKind Office
    )[] Marks =
    [
        (LaunchMark, ActiveContentKind.Launch, ActiveContentKind.Macro),
        (AttachmentMark, ActiveContentKind.Attachment, ActiveContentKind.EmbeddedObject),
    ];

    /// <inheritdoc/>
    public async Task<ContentFacts> ReadAsync(
        Stream content,
        FileFormat format,
        CancellationToken cancellation
    )
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        var text = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Active =
            [
                .. Marks
                    .Where(mark => text.Contains(mark.Mark, StringComparison.Ordinal))
                    .Select(mark => new ActiveContent(
                        format == FileFormat.Pdf ? mark.Pdf : mark.Office,
                        "page 1"
                    )),
            ],
        };
    }
}
