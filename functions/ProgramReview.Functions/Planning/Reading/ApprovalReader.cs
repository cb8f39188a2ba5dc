using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads who approves the dossier, and how.</summary>
internal static class ApprovalReader
{
    public static ApprovalPlan? Read(YamlValue value, string path, FaultLog log, Times times) =>
        Fields.Of(
            value,
            path,
            log,
            fields => new ApprovalPlan
            {
                Approvers = fields.Items(
                    "approvers",
                    required: true,
                    (person, at) => PersonReader.Read(person, at, log)
                ),
                Quorum = fields.Required<int>(
                    "quorum",
                    (number, at) => Scalars.Number(number, at, log)
                ),
                Rejections = fields.Required<int>(
                    "rejections",
                    (number, at) => Scalars.Number(number, at, log)
                ),
                Closes = fields.Required<TimeSpan>("closes", times.Length),
                Reminders =
                [
                    .. fields
                        .Items(
                            "reminders",
                            required: false,
                            (length, at) => Boxed.Of(times.Length(length, at))
                        )
                        .Select(length => length.Value),
                ],
                CorrectionDue = fields.Required<TimeSpan>("correctionDue", times.Length),
                CorrectionCloses = fields.Required<TimeSpan>("correctionCloses", times.Length),
            }
        );
}
