using ProgramReview.Core.Checking.Outline;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A check of the report's text; a picture of a text has none to look at.</summary>
internal abstract class TextRule(string code) : ContentRule(code)
{
    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) => scope.Part.Kind == PartKind.Report;

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Check(ReadFile file) =>
        file.Text is { IsThere: true } text ? Check(file.Scope, text) : [];

    /// <summary>What it has to say of a text.</summary>
    protected abstract IEnumerable<Finding> Check(CheckScope scope, ReadText text);

    /// <summary>Where a section stands.</summary>
    protected static FindingPlace PlaceOf(ReadText text, SectionReading section)
    {
        var line = section.Heading is { } heading ? text.Lines[heading.Line] : null;
        return new FindingPlace
        {
            Section = section.Section.Code,
            Page = line?.Page,
            Paragraph = line is { Paragraph: > 0 } ? line.Paragraph : null,
        };
    }
}
