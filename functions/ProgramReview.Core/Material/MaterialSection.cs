using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;

namespace ProgramReview.Core.Material;

/// <summary>What one report of a piece says in one section.</summary>
/// <param name="Assignment">The report.</param>
/// <param name="Paragraphs">Its paragraphs there.</param>
public sealed record MaterialSection(
    AssignmentId Assignment,
    IReadOnlyList<TextParagraph> Paragraphs
)
{
    // About sixty pages: a section that is longer is a report of its own, and the file has all of it.
    private const int MostLetters = 200_000;

    /// <summary>Whether the end was left out; it is in the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCut { get; init; }

    /// <summary>What a report says in a section; null if nothing.</summary>
    public static MaterialSection? Of(AssignmentId assignment, SectionText section)
    {
        var left = MostLetters;
        IReadOnlyList<TextParagraph> paragraphs =
        [
            .. section.Paragraphs.TakeWhile(one => (left -= one.Text.Length) >= 0),
        ];
        return section.Paragraphs.Count == 0
            ? null
            : new MaterialSection(assignment, paragraphs) { IsCut = left < 0 };
    }
}
