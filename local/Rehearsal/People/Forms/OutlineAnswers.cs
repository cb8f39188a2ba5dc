using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What a played person writes into an outline.</summary>
/// <param name="form">The form.</param>
/// <param name="habit">How it is written.</param>
internal sealed class OutlineAnswers(OutlineForm form, OutlineHabit habit)
{
    private const string Sentence =
        "Cấp ủy đã lãnh đạo, chỉ đạo và tổ chức thực hiện đầy đủ các nhiệm vụ được giao trong giai đoạn. ";

    private const int UsualLetters = 200;

    // Only a section with a code is looked for.
    private readonly OutlineSection? last = form
        .Sections.Select(section => section.Section)
        .LastOrDefault(section => section.Code is not null);

    /// <summary>What was made wrong.</summary>
    public IReadOnlyList<Flaw> Flaws =>
        last is null || habit is OutlineHabit.Complete or OutlineHabit.RenamesHeading
            ? []
            : [new Flaw.InSection(habit, last)];

    /// <summary>What becomes of a section.</summary>
    /// <param name="number">The section's number, from 0.</param>
    public OutlineEntry Entry(int number)
    {
        var section = form.Sections[number].Section;
        var text = Text(section);
        var whole = new OutlineEntry.Written(
            number == 0 ? [$"{Place.Mark(Place.Note)}.", text] : [text]
        );
        return section == last
            ? habit switch
            {
                OutlineHabit.Complete => whole,
                OutlineHabit.RenamesHeading => whole with
                {
                    Heading = section.Synonyms is [.., var other] ? other : section.Vi,
                },
                OutlineHabit.LeavesHint => new OutlineEntry.Untouched(),
                OutlineHabit.WritesTooLittle => new OutlineEntry.Written(["Đang cập nhật."]),
                OutlineHabit.DropsSection => new OutlineEntry.Dropped(),
                _ => throw new ArgumentOutOfRangeException(nameof(number), habit, "Unknown habit."),
            }
            : whole;
    }

    // Spaces and signs are no letters: twice as many signs are letters enough.
    private static string Text(OutlineSection section) =>
        string.Concat(
                Enumerable.Repeat(
                    Sentence,
                    ((section.TooShort ?? UsualLetters) * 2 / Sentence.Length) + 1
                )
            )
            .TrimEnd();
}
