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
    /// <param name="Permission">The last part of the evidence's generated name.</param>
    /// <param name="FileName">The evidence's file name, in NFC.</param>
    /// <param name="Contact">The contact of the body who gets the receipt.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">How it came, and why not through the body's own link.</param>
    public sealed record Record(
        DateTimeOffset Arrived,
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
                new("file", CommandFieldKind.File) { Label = "evidence" },
            ],
            Fits = scene => scene.MayChange && scene.State.Current is not null,
            Read = (values, scene) =>
                new Record(
                    values.Instant("arrived").Show(TimeZoneInfo.Utc),
                    values.Id,
                    PermissionRules.CleanFileName(values.Text("file")),
                    scene.Plan!.Body(scene.Assignment!.Body).Contacts[0].Id,
                    values.By,
                    values.Reason
                ),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.State.Current switch
            {
                null => Refuse("not-open-yet"),
                _ when Arrived > scene.Now => Unfit("arrived-ahead", "arrived"),
                { } current => new CommandOutcome.Written(
                    new AssignmentEvent.UploadPermitted(
                        current.Number,
                        new BlobName(scene.Assignment!, current.Number, Permission).ToString(),
                        FileName,
                        Contact,
                        scene.Now + PermissionRules.Lifetime,
                        new OnBehalf(Arrived, By, Reason)
                    )
                ),
            };
    }
}
