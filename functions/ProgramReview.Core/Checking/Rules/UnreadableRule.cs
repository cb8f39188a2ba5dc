using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The content of a file can be read to its end.</summary>
internal sealed class UnreadableRule(ReadingFault fault, string code) : ContentRule(code)
{
    /// <summary>One for each reason not to read on.</summary>
    public static IReadOnlyList<UnreadableRule> All { get; } =
    [
        new(ReadingFault.Damaged, "content-damaged"),
        new(ReadingFault.Locked, "content-locked"),
        new(ReadingFault.TooLarge, "content-too-large"),
        new(ReadingFault.TooDeep, "content-too-deep"),
        new(ReadingFault.TooCostly, "content-too-costly"),
        new(ReadingFault.NotUnderstood, "content-not-understood"),
    ];

    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReadFile file) =>
        file.Content.Fault == fault ? [Found(null)] : [];
}
