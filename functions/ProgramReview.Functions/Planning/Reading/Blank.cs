using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Stands in for what could not be read; a plan that holds one has faults and is never handed out.</summary>
internal static class Blank
{
    public static LocalizedText Text { get; } = new("", "", "");

    public static Person Person { get; } = new("", Text, "", Language.Vi);

    public static Programme Programme { get; } = new("", Text, default, Text);

    public static Threshold Threshold { get; } = 1;

    public static ApprovalPlan Approval { get; } =
        new()
        {
            Approvers = [],
            Quorum = Threshold,
            Rejections = Threshold,
            Closes = default,
            Reminders = [],
            CorrectionDue = default,
            CorrectionCloses = default,
        };
}
