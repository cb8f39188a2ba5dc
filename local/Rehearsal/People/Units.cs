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

    public IReadOnlyList<Act> AnswerRequest(
        ReceivedMail mail,
        AssignmentId id,
        Uri link,
        DateTimeOffset now
    )
    {
        // A request goes to every contact; the first of them sends.
        if (plan.Body(id.Body).Contacts[0].Id != mail.Person)
        {
            return [];
        }
        var handler = new Desk(id, link, mail.Person, new Chance(seed, mail.Id));
        return mail.Occasion.StartsWith("request-1-", StringComparison.Ordinal)
            ? AnswerPlan(handler, now)
            : AnswerChanges(handler, now);
    }

    private List<Act> AnswerPlan(Desk handler, DateTimeOffset now)
    {
        var habits = profile.Units;
        var type = plan.ReportType(handler.Assignment.ReportType);
        var due = now + type.Due.Remaining(now);
        var closes = now + type.Closes.Remaining(now);
        var role = casting.RoleOf(handler.Assignment);
        var mayBeLate = type.Closes.IsAfter(type.Due);
        var acts = new List<Act>();
        if (role == Role.AsksExtension)
        {
            var asked = sending.Choose(handler.Chance, new Stretch(0.7, 0.98), now, due);
            var until = due + profile.Operators.ExtendsBy;
            var granted = handler.Chance.Next() < profile.Operators.Grants;
            acts.Add(handler.Ask(asked, until, granted));
            (role, due, closes) = granted
                ? (Role.OnTime, until, until > closes ? until : closes)
                : (Role.Late, due, closes);
            now = granted ? asked : now;
        }
        var sent =
            role == Role.Late && mayBeLate
                ? sending.Choose(handler.Chance, habits.SendsLate, due, closes)
                : sending.Choose(handler.Chance, habits.Sends, now, due);
        acts.Add(handler.Open(looking.Choose(handler.Chance, habits.Opens, now, sent)));
        if (role == Role.Never)
        {
            return acts;
        }
        var file = Report(handler.Assignment, "", "");
        if (casting.SendsWrongFirst(handler.Assignment))
        {
            var photo = SampleFile.Photo($"Báo cáo {handler.Assignment.ReportType}.pdf");
            acts.Add(handler.Send(Timing.Whole(now + ((sent - now) * 0.85)), photo));
        }
        acts.Add(handler.Send(sent, file));
        return acts;
    }

    private List<Act> AnswerChanges(Desk handler, DateTimeOffset now)
    {
        var due = WholeSecond.From(now + plan.Plan.Approval.CorrectionDue);
        var sent = sending.Choose(handler.Chance, profile.Units.Corrects, now, due);
        return [handler.Send(sent, Report(handler.Assignment, " (bổ sung)", ", corrected"))];
    }

    private SampleFile Report(AssignmentId id, string viMark, string enMark)
    {
        var body = plan.Body(id.Body).Name;
        return SampleFile.Report(
            $"Báo cáo {id.ReportType} - {body.Vi}{viMark}.pdf",
            $"{id.ReportType} {body.En}{enMark}"
        );
    }

    // What a contact has on the desk: the link of one mail, and an own row of chance.
    private sealed record Desk(AssignmentId Assignment, Uri Link, string Person, Chance Chance)
    {
        public Act.Open Open(DateTimeOffset at) =>
            new(Assignment.ToString())
            {
                At = at,
                Link = Link,
                Person = Person,
            };

        public Act.Upload Send(DateTimeOffset at, SampleFile file) =>
            new(Assignment, file)
            {
                At = at,
                Link = Link,
                Person = Person,
            };

        public Act.AskExtension Ask(DateTimeOffset at, DateTimeOffset until, bool granted) =>
            new(Assignment, until, granted)
            {
                At = at,
                Link = Link,
                Person = Person,
            };
    }
}
