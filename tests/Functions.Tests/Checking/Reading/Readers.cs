using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Reads files as the product does.</summary>
internal static class Readers
{
    /// <summary>What a file holds.</summary>
    public static async Task<ContentFacts> ReadAsync(
        byte[] file,
        FileFormat format,
        ReadingLimits? limits = null
    )
    {
        await using var content = new MemoryStream(file);
        return await new ContentReader(limits ?? new ReadingLimits()).ReadAsync(
            content,
            format,
            Xunit.TestContext.Current.CancellationToken
        );
    }

    /// <summary>The lines of a docx with this text.</summary>
    public static async Task<IReadOnlyList<DocumentLine>> LinesAsync(
        string body,
        string styles = "",
        string numbering = ""
    ) => (await ReadAsync(Docxs.Of(body, styles, numbering), FileFormat.Docx)).Document!.Lines;
}
