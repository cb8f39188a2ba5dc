using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Rehearsal.People.Forms;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Plays the contacts of the bodies.</summary>
internal sealed class Units(PlanLookup plan, Profile profile, int seed)
{
    private static readonly TimeSpan BetweenParts = TimeSpan.FromMinutes(4);

    private readonly HashSet<AssignmentId> mended = [];
    private readonly Casting casting = new(plan, profile.Units, seed);
    private readonly FormDesk desk = new(plan, seed);
    private readonly Timing sending = new(
        WorkCalendar.Of(plan.Plan),
        profile.Units.OfficeHours,
        profile.Units.WithinLast
    );
    private readonly Timing looking = new(
        WorkCalendar.Of(plan.Plan),
        profile.Units.OfficeHours,
        within: null
    );

    public IReadOnlyList<Act> AnswerRequest(ReceivedMail mail, AssignmentId id, DateTimeOffset now)
    {
        // A request goes to every contact; the first of them sends.
        if (plan.Body(id.Body).Contacts[0].Id != mail.Person)
        {
            return [];
        }
        var chance = new Chance(seed, mail.Id);
        return mail.Occasion.StartsWith("request-1-", StringComparison.Ordinal)
            ? AnswerPlan(mail, id, chance, now)
            : AnswerChanges(mail, id, chance, now);
    }

    /// <summary>Whoever filled a form in without care does it again with care, once; nobody else has anything to mend.</summary>
    public IReadOnlyList<Act> AnswerFindings(ReceivedMail mail, AssignmentId id, DateTimeOffset now)
    {
        if (casting.CareOf(id) == Care.Full || !mended.Add(id))
        {
            return [];
        }
        var type = plan.ReportType(id.ReportType);
        var sent = sending.Choose(
            new Chance(seed, mail.Id),
            profile.Units.Mends,
            now,
            now + type.Closes.Remaining(now)
        );
        return
        [
            .. Send(
                mail,
                id,
                [.. ReportPart.Of(type).Where(part => part.Required)],
                sent,
                Care.Full,
                (" (sửa)", ", mended")
            ),
        ];
    }

    private List<Act> AnswerPlan(
        ReceivedMail mail,
        AssignmentId id,
        Chance chance,
        DateTimeOffset now
    )
    {
        var habits = profile.Units;
        var type = plan.ReportType(id.ReportType);
        var due = now + type.Due.Remaining(now);
        var closes = now + type.Closes.Remaining(now);
        var role = casting.RoleOf(id);
        var mayBeLate = type.Closes.IsAfter(type.Due);
        var acts = new List<Act>();
        if (role == Role.AsksExtension)
        {
            var asked = sending.Choose(chance, new Stretch(0.7, 0.98), now, due);
            var until = due + profile.Operators.ExtendsBy;
            var granted = chance.Next() < profile.Operators.Grants;
            acts.Add(new Act.AskExtension(asked, mail, id, until, granted));
            (role, due, closes) = granted
                ? (Role.OnTime, until, until > closes ? until : closes)
                : (Role.Late, due, closes);
            now = granted ? asked : now;
        }
        var isLate = role == Role.Late && mayBeLate;
        var sent = isLate
            ? sending.Choose(chance, habits.SendsLate, due, closes)
            : sending.Choose(chance, habits.Sends, now, due);
        acts.Add(new Act.Open(looking.Choose(chance, habits.Opens, now, sent), mail));
        if (role == Role.Never)
        {
            return acts;
        }
        var parts = ReportPart
            .Of(type)
            .Where(part =>
                part.Required
                || new Chance(seed, $"{mail.Id} {part.Code}").Next() < habits.SendsOptional
            )
            .ToList();
        if (casting.SendsWrongFirst(id))
        {
            var first = sent - (BetweenParts * (parts.Count - 1));
            var begins = Begins(now, isLate ? closes : due);
            var before = begins < first ? begins + ((first - begins) * 0.85) : first - BetweenParts;
            acts.AddRange(
                Send(mail, id, [parts[0]], Timing.Whole(before), Care.None, (" (nháp)", ", draft"))
            );
        }
        acts.AddRange(Send(mail, id, parts, sent, casting.CareOf(id), ("", "")));
        return acts;
    }

    private DateTimeOffset Begins(DateTimeOffset now, DateTimeOffset until) =>
        profile.Units.WithinLast is { } last && until - now > last ? until - last : now;

    private List<Act> AnswerChanges(
        ReceivedMail mail,
        AssignmentId id,
        Chance chance,
        DateTimeOffset now
    )
    {
        var due = WholeSecond.From(now + plan.Plan.Approval.CorrectionDue);
        var sent = sending.Choose(chance, profile.Units.Corrects, now, due);
        return
        [
            .. Send(mail, id, AskedIn(mail, id), sent, Care.Full, (" (bổ sung)", ", corrected")),
        ];
    }

    // A few minutes apart, the last of them when the report was meant to be sent.
    private IEnumerable<Act> Send(
        ReceivedMail mail,
        AssignmentId id,
        List<ReportPart> parts,
        DateTimeOffset sent,
        Care care,
        (string Vi, string En) mark
    )
    {
        var body = plan.Body(id.Body).Name;
        var language = plan.FindPerson(mail.Person)!.Language;
        return parts.Select(
            (part, at) =>
            {
                var (vi, en) =
                    parts.Count == 1 ? ("", "") : ($" - {part.Title.Vi}", $" {part.Code}");
                var draft = new Draft(
                    new PartId(id, part.Code),
                    language,
                    care,
                    sent - (BetweenParts * (parts.Count - 1 - at)),
                    $"Báo cáo {id.ReportType} - {body.Vi}{vi}{mark.Vi}",
                    $"{id.ReportType} {body.En}{en}{mark.En}"
                );
                return new Act.Upload(draft.At, mail, draft.Part, () => desk.Fill(draft));
            }
        );
    }

    // People know what their letter says: of several parts it names those that are asked for.
    private List<ReportPart> AskedIn(ReceivedMail mail, AssignmentId id)
    {
        var parts = ReportPart.Of(plan.ReportType(id.ReportType));
        var language = plan.FindPerson(mail.Person)!.Language;
        var label = $"{Text.Get(language, "mail.fact.parts")}: ";
        var line = mail
            .Text.Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal));
        return line is null
            ? [.. parts.Where(part => part.Required)]
            :
            [
                .. parts.Where(part =>
                    line[label.Length..].Split(", ").Contains(part.Title.In(language))
                ),
            ];
    }
}
