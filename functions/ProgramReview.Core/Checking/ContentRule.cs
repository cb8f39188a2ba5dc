using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>One check of what a file holds; a new check is a new class beside the others and a line in <see cref="CheckCatalogue"/>.</summary>
/// <param name="code">The code of the check, which is that of all its findings.</param>
internal abstract class ContentRule(string code)
{
    /// <summary>The check as people and plans know it.</summary>
    public CheckDefinition Definition { get; } = CheckCatalogue.Of(code);

    /// <summary>Whether it looks at a part at all: so people are told beforehand what will be looked at.</summary>
    public abstract bool AppliesTo(CheckScope scope);

    /// <summary>What it has to say; nothing if all is well.</summary>
    /// <param name="file">The file, of a part that the rule applies to.</param>
    public abstract IEnumerable<Finding> Check(ReadFile file);

    /// <summary>A finding of this check.</summary>
    protected Finding Found(FindingPlace? place, params IReadOnlyList<string> arguments) =>
        new(Definition.Code, Definition.Severity, arguments) { Place = place };
}
