using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Plays the contacts of the bodies.</summary>
internal sealed class Units(PlanLookup plan, Profile profile, int seed)
{
    private readonly Casting casting = new(plan, profile.Units, seed);
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
        var sent =
            role == Role.Late && mayBeLate
                ? sending.Choose(chance, habits.SendsLate, due, closes)
                : sending.Choose(chance, habits.Sends, now, due);
        acts.Add(new Act.Open(looking.Choose(chance, habits.Opens, now, sent), mail));
        if (role == Role.Never)
        {
            return acts;
        }
        var file = Report(id, "", "");
        if (casting.SendsWrongFirst(id))
        {
            var photo = SampleFile.Photo($"Báo cáo {id.ReportType}.pdf");
            acts.Add(new Act.Upload(Timing.Whole(now + ((sent - now) * 0.85)), mail, id, photo));
        }
        acts.Add(new Act.Upload(sent, mail, id, file));
        return acts;
    }

    private List<Act> AnswerChanges(
        ReceivedMail mail,
        AssignmentId id,
        Chance chance,
        DateTimeOffset now
    )
    {
        var due = WholeSecond.From(now + plan.Plan.Approval.CorrectionDue);
        var sent = sending.Choose(chance, profile.Units.Corrects, now, due);
        return [new Act.Upload(sent, mail, id, Report(id, " (bổ sung)", ", corrected"))];
    }

    private SampleFile Report(AssignmentId id, string viMark, string enMark)
    {
        var body = plan.Body(id.Body).Name;
        return SampleFile.Report(
            $"Báo cáo {id.ReportType} - {body.Vi}{viMark}.pdf",
            $"{id.ReportType} {body.En}{enMark}"
        );
    }
}
