using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Operations;

/// <summary>What is wrong in detail with a report that is returned: findings that stand, and sections of its outline.</summary>
internal static class ReturnItems
{
    /// <summary>The findings that are to be mended.</summary>
    public static readonly CommandField Findings = new("findings", CommandFieldKind.Choices)
    {
        IsRequired = false,
        MaxLength = 20_000,
        IsShown = scene => Found(scene).Any(),
        Options = scene =>
            Found(scene).Select(option => new CommandOption(option.Finding.Key, option)),
    };

    /// <summary>The sections that are to be mended.</summary>
    public static readonly CommandField Sections = new("sections", CommandFieldKind.Choices)
    {
        IsRequired = false,
        MaxLength = 20_000,
        IsShown = scene => Outline(scene).Any(),
        Options = scene =>
            Outline(scene).Select(section => new CommandOption(section.Code!, section)),
    };

    /// <summary>What was filled in; null if nothing was. One reason stands for all of it.</summary>
    public static IReadOnlyList<ReturnItem>? Read(CommandValues values, CommandScene scene)
    {
        var named = values.Several(Findings.Name);
        var sections = values.Several(Sections.Name);
        List<ReturnItem> items =
        [
            .. Found(scene)
                .Where(option => named.Contains(option.Finding.Key))
                .Select(option => new ReturnItem(option.Submission.Part, values.Reason)
                {
                    Finding = option.Finding,
                    Section = option.Finding.Place?.Section,
                }),
            .. Outline(scene)
                .Where(section => sections.Contains(section.Code))
                .Select(section => new ReturnItem(ReportOf(scene)!.Code, values.Reason)
                {
                    Section = section.Code,
                }),
        ];
        return items.Count > 0 ? items : null;
    }

    private static IEnumerable<FindingOption> Found(CommandScene scene) =>
        scene
            .State.Parts.Select(part => part.Counting ?? part.Newest)
            .OfType<Submission>()
            .SelectMany(one => one.Standing().Select(finding => new FindingOption(one, finding)));

    private static IEnumerable<OutlineSection> Outline(CommandScene scene) =>
        ReportOf(scene) is not null ? scene.Plan!.OutlineOf(scene.Assignment!.ReportType) : [];

    private static ReportPart? ReportOf(CommandScene scene) =>
        scene is { Plan: { } plan, Assignment: { } assignment }
            ? ReportPart
                .Of(plan.ReportType(assignment.ReportType))
                .FirstOrDefault(part => part.Kind == PartKind.Report)
            : null;
}
