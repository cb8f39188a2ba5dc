using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;

namespace ProgramReview.Core.Operations;

/// <summary>
/// A report that came on paper or by mail: the person names the arrival, and the one rule judges that instant in the window it fell
/// into. It can be recorded after the close, since what counts is when it came.
/// </summary>
internal static class RecordRule
{
    public static CommandOutcome Decide(
        AssignmentId assignment,
        AssignmentState state,
        Command.Record report,
        DateTimeOffset now
    ) =>
        state.Current switch
        {
            null => CommandRules.Refuse("not-open-yet"),
            _ when report.Arrived > now => CommandRules.Refuse("arrived-ahead"),
            { } current => new CommandOutcome.Written(
                new AssignmentEvent.UploadPermitted(
                    current.Number,
                    new BlobName(assignment, current.Number, report.Permission).ToString(),
                    report.FileName,
                    report.Contact,
                    now + PermissionRules.Lifetime,
                    new OnBehalf(report.Arrived, report.By, report.Reason)
                )
            ),
        };
}
