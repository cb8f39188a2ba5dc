using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Figures.Consistency;

/// <summary>An error of a known kind in a known place.</summary>
/// <param name="Kind">What went wrong, as the docs tell it.</param>
/// <param name="Code">The check that is to find it.</param>
/// <param name="Node">Where it is to be found.</param>
/// <param name="At">The node of the report that is wrong.</param>
/// <param name="Indicator">Of which indicator.</param>
/// <param name="Period">For which period, or null for all.</param>
internal sealed record Planted(
    string Kind,
    string Code,
    FanOutNode Node,
    FanOutNode At,
    string Indicator,
    string? Period
);
