using System.Text;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>
/// Reads what played people send. Their files hold nothing that a rule could judge, unless they say so themselves by a mark in their title: the
/// rules run as ever, and a rehearsal of thousands of reports takes no reader's time.
/// </summary>
public sealed class PlayedContentReader : IContentReader
{
    private static readonly (
        string Mark,
        ActiveContentKind Pdf,
        ActiveContentKind Office
    )[] Marks =
    [
        (SampleFile.LaunchMark, ActiveContentKind.Launch, ActiveContentKind.Macro),
        (SampleFile.AttachmentMark, ActiveContentKind.Attachment, ActiveContentKind.EmbeddedObject),
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
