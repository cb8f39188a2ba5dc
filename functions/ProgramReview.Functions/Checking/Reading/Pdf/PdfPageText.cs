using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>What was drawn on one page, as far as anybody reads it.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Dictionary">What else hangs on it.</param>
/// <param name="Letters">In the order of drawing.</param>
/// <param name="IsCovered">Whether one picture covers a large part of it.</param>
internal sealed record PdfPageText(
    int Number,
    DictionaryToken Dictionary,
    IReadOnlyList<Letter> Letters,
    bool IsCovered
);
