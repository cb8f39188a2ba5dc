namespace ProgramReview.Functions.Planning;

/// <summary>One fault of a plan file, with the place to mend.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Path">Where in the plan, for example <c>reportTypes[2].due</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong, without a final full stop.</param>
/// <param name="Remedy">How to mend it, without a final full stop.</param>
public sealed record PlanFault(string File, int Line, string Path, string Message, string Remedy)
{
    /// <summary>The fault on one line, in the form editors can jump to.</summary>
    public override string ToString()
    {
        var place = Path.Length == 0 ? "" : $" {Path}:";
        return FormattableString.Invariant($"{File}:{Line}:{place} {Message}. {Remedy}.");
    }
}
