using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>
    /// Record a report that came on paper or by mail, for the body; the evidence is stored under the name given. The one rule judges the
    /// arrival in the window it fell into, so it can be recorded after the close.
    /// </summary>
    /// <param name="Arrived">When it arrived: the instant that is judged.</param>
    /// <param name="Part">The part that it is; empty if that is unclear.</param>
    /// <param name="Permission">The last part of the evidence's generated name.</param>
    /// <param name="FileName">The evidence's file name, in NFC.</param>
    /// <param name="Contact">The contact of the body who gets the receipt.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">How it came, and why not through the body's own link.</param>
    public sealed record Record(
        DateTimeOffset Arrived,
        string Part,
        string Permission,
        string FileName,
        string Contact,
        string By,
        string Reason
    ) : Command(By, Reason)
    {
        /// <summary>The largest evidence, in bytes.</summary>
        public const long MaxFile = 10 * 1024 * 1024;

        internal static readonly CommandDefinition Definition = new(
            "record",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("arrived", CommandFieldKind.Instant),
                new("part", CommandFieldKind.Choice)
                {
                    IsRequired = false,
                    IsShown = scene => scene.State.Parts.Count > 1,
                    Options = scene =>
                        scene
                            .State.Parts.Where(part => scene.State.Current!.Takes(part.Code))
                            .Select(part => new CommandOption(part.Code, part)),
                },
                new("file", CommandFieldKind.File) { Label = "evidence" },
            ],
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && scene.State.Current is not null,
            Read = (values, scene) =>
                new Record(
                    values.Instant("arrived").Show(TimeZoneInfo.Utc),
                    scene
                        .Plan!.ReportType(scene.Assignment!.ReportType)
                        .PartMeant(values.Text("part"))
                        ?.Code
                        ?? "",
                    values.Id,
                    PermissionRules.CleanFileName(values.Text("file")),
                    scene.Plan.Body(scene.Assignment.Body).Contacts[0].Id,
                    values.By,
                    values.Reason
                ),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.State.Current switch
            {
                null => Refuse("not-open-yet"),
                _ when Arrived > scene.Now => Unfit("arrived-ahead", "arrived"),
                { } current when !current.Takes(Part) => Unfit("part-unfit", "part"),
                { } current => new CommandOutcome.Written(
                    new AssignmentEvent.UploadPermitted(
                        current.Number,
                        Part,
                        new BlobName(
                            scene.Assignment!,
                            current.Number,
                            Part,
                            Permission
                        ).ToString(),
                        FileName,
                        Contact,
                        scene.Now + PermissionRules.Lifetime,
                        new OnBehalf(Arrived, By, Reason)
                    )
                ),
            };
    }
}
