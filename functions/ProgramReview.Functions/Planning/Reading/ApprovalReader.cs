using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads who approves the dossier, and how.</summary>
internal static class ApprovalReader
{
    public static ApprovalPlan? Read(YamlValue value, string path, FaultLog log, Times times)
    {
        var deputies = new List<SeatDeputies>();
        return Fields.Of(
            value,
            path,
            log,
            fields => new ApprovalPlan
            {
                Approvers = fields.Items(
                    "approvers",
                    required: true,
                    (person, at) => Approver(person, at, log, deputies)
                ),
                Deputies = deputies.Count > 0 ? deputies : null,
                DeputyChoice = fields.Optional<DeputyChoice>(
                    "deputies",
                    (word, at) =>
                        Scalars.Word<DeputyChoice>(word, at, log, "whom an approver may name")
                ),
                EscalateAfter = fields.Optional<TimeSpan>("escalateAfter", times.Length),
                ObjectionHours = fields.Optional<int>(
                    "objectionHours",
                    (hours, at) => Scalars.Number(hours, at, log)
                ),
                Quorum = fields.Required(
                    "quorum",
                    Blank.Threshold,
                    (text, at) => Scalars.Threshold(text, at, log)
                ),
                Rejections = fields.Required(
                    "rejections",
                    Blank.Threshold,
                    (text, at) => Scalars.Threshold(text, at, log)
                ),
                Required = Ids(fields, "required"),
                Stages = fields.Has("stages")
                    ? fields.Items("stages", required: false, (stage, at) => Stage(stage, at, log))
                    : null,
                Casting = fields.Optional("casting", (text, at) => Texts.Line(text, at, log)),
                Changes = fields.Optional<ChangesAsked>(
                    "changes",
                    (word, at) => Scalars.Word<ChangesAsked>(word, at, log, "what a request does")
                ),
                OnTimeout = fields.Optional<UndecidedRound>(
                    "onTimeout",
                    (word, at) =>
                        Scalars.Word<UndecidedRound>(word, at, log, "what becomes of a round")
                ),
                AbstentionsCount = fields.Optional<bool>(
                    "abstentionsCount",
                    (word, at) => Scalars.Truth(word, at, log)
                ),
                SelfApproval = fields.Optional<bool>(
                    "selfApproval",
                    (word, at) => Scalars.Truth(word, at, log)
                ),
                SecondStep = fields.Optional<SecondStep>(
                    "secondStep",
                    (word, at) =>
                        Scalars.Word<SecondStep>(word, at, log, "what an approver can show")
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

    private static Person? Approver(
        YamlValue value,
        string path,
        FaultLog log,
        List<SeatDeputies> deputies
    ) =>
        Fields.Of(
            value,
            path,
            log,
            fields =>
            {
                var approver = PersonReader.Read(fields);
                if (fields.Has("deputies"))
                {
                    deputies.Add(
                        new SeatDeputies(
                            approver.Id,
                            fields.Items(
                                "deputies",
                                required: false,
                                (person, at) => PersonReader.Read(person, at, log)
                            )
                        )
                    );
                }
                return approver;
            }
        );

    private static ApprovalStage? Stage(YamlValue value, string path, FaultLog log) =>
        Fields.Of(
            value,
            path,
            log,
            fields => new ApprovalStage(
                fields.Items("members", required: true, (text, at) => Texts.Line(text, at, log))
            )
            {
                Quorum = fields.Optional("quorum", (text, at) => Scalars.Threshold(text, at, log)),
                Rejections = fields.Optional(
                    "rejections",
                    (text, at) => Scalars.Threshold(text, at, log)
                ),
            }
        );

    private static IReadOnlyList<string>? Ids(Fields fields, string key) =>
        fields.Has(key)
            ? fields.Items(key, required: false, (text, at) => Texts.Line(text, at, fields.Log))
            : null;
}
