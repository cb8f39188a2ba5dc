using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class OutboxContract : Contract
{
    private static readonly DateTimeOffset At = new(2024, 9, 1, 2, 0, 0, 123, TimeSpan.Zero);

    private static readonly MailOutcome Accepted = new(MailStatus.Accepted, "provider-1", null);

    private static readonly MailOutcome Refused = new(MailStatus.Refused, null, "no such mailbox");

    private IOutbox Outbox => Get<IOutbox>();

    [Fact]
    public async Task A_mail_put_in_twice_is_the_first_one()
    {
        var mail = NewMail("m1");

        Assert.Equivalent(mail, await Outbox.AddAsync(mail, Cancellation), strict: true);
        var second = await Outbox.AddAsync(mail with { Person = "other" }, Cancellation);

        Assert.Equivalent(mail, second, strict: true);
        Assert.Equivalent(mail, Assert.Single(await ListAsync()), strict: true);
    }

    [Fact]
    public async Task A_mail_is_found_by_its_id_and_listed_with_those_about_the_same()
    {
        foreach (
            var id in (string[])
                [
                    "c.a.r1~request-1-0~p",
                    "c.a.r1~reminder-1-1~p",
                    "c.a.r10~request-1-0~p",
                    "1~decide-1~q",
                ]
        )
        {
            await Outbox.AddAsync(NewMail(id), Cancellation);
        }
        await Outbox.SetOutcomeAsync(NewMail("1~decide-1~q"), Refused, At, Cancellation);

        Assert.Equal(
            Refused,
            (await Outbox.FindAsync(Cycle, "1~decide-1~q", Cancellation))?.Outcome
        );
        Assert.Null(await Outbox.FindAsync(Cycle, "1~decide-2~q", Cancellation));
        Assert.Equal(
            ["c.a.r1~reminder-1-1~p", "c.a.r1~request-1-0~p"],
            await Outbox
                .ListAboutAsync(Cycle, "c.a.r1", Cancellation)
                .Select(mail => mail.Id)
                .ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task A_mail_that_was_sent_and_is_put_in_again_shows_its_outcome()
    {
        var mail = NewMail("m1");
        await Outbox.AddAsync(mail, Cancellation);
        await Outbox.SetOutcomeAsync(NewMail("m1"), Accepted, At, Cancellation);

        var again = await Outbox.AddAsync(mail, Cancellation);

        Assert.Equal(Accepted, again.Outcome);
        Assert.Equal(At, again.OutcomeAt);
    }

    [Fact]
    public async Task A_recorded_outcome_is_never_replaced()
    {
        await Outbox.AddAsync(NewMail("m1"), Cancellation);

        Assert.Equal(
            Refused,
            await Outbox.SetOutcomeAsync(NewMail("m1"), Refused, At, Cancellation)
        );
        Assert.Equal(
            Refused,
            await Outbox.SetOutcomeAsync(NewMail("m1"), Accepted, At.AddHours(1), Cancellation)
        );

        var mail = Assert.Single(await ListAsync());
        Assert.Equal(Refused, mail.Outcome);
        Assert.Equal(At, mail.OutcomeAt);
    }

    [Fact]
    public async Task Of_two_who_put_it_in_and_do_not_look_again_the_first_outcome_is_that_of_both()
    {
        var first = await Outbox.AddAsync(NewMail("m1"), Cancellation);
        var second = await Outbox.AddAsync(NewMail("m1"), Cancellation);

        Assert.Equal(Accepted, await Outbox.SetOutcomeAsync(second, Accepted, At, Cancellation));
        Assert.Equal(
            Accepted,
            await Outbox.SetOutcomeAsync(first, Refused, At.AddHours(1), Cancellation)
        );

        Assert.Equal(Accepted, Assert.Single(await ListAsync()).Outcome);
    }

    [Fact]
    public async Task A_refusal_of_the_sender_gives_way_to_what_becomes_of_the_mail()
    {
        var ours = new MailOutcome(MailStatus.SenderRefused, null, "5.4.5 daily limit");
        await Outbox.AddAsync(NewMail("m1"), Cancellation);

        Assert.Equal(ours, await Outbox.SetOutcomeAsync(NewMail("m1"), ours, At, Cancellation));
        Assert.True(Assert.Single(await ListAsync()).IsWaiting);
        Assert.Equal(
            Accepted,
            await Outbox.SetOutcomeAsync(NewMail("m1"), Accepted, At, Cancellation)
        );

        Assert.Equal(Accepted, Assert.Single(await ListAsync()).Outcome);
    }

    [Fact]
    public async Task A_refused_mail_can_be_let_go_again_and_a_sent_one_cannot()
    {
        var mail = NewMail("m1") with { LinkId = "link" };
        await Outbox.AddAsync(mail, Cancellation);
        await Outbox.AddAsync(NewMail("m2"), Cancellation);
        await Outbox.SetOutcomeAsync(NewMail("m1"), Refused, At, Cancellation);
        await Outbox.SetOutcomeAsync(NewMail("m2"), Accepted, At, Cancellation);

        var before = await Outbox.ReleaseAsync(Cycle, "m1", At.AddTicks(-1), Cancellation);
        Assert.Equal(Refused, before!.Outcome);
        Assert.Equivalent(
            mail,
            await Outbox.ReleaseAsync(Cycle, "m1", At, Cancellation),
            strict: true
        );
        Assert.Equal(Accepted, (await Outbox.ReleaseAsync(Cycle, "m2", At, Cancellation))!.Outcome);
        Assert.Null(await Outbox.ReleaseAsync(Cycle, "none", At, Cancellation));

        await Outbox.SetOutcomeAsync(NewMail("m1"), Accepted, At, Cancellation);
        Assert.All(await ListAsync(), one => Assert.Equal(Accepted, one.Outcome));
    }

    [Fact]
    public async Task Of_many_outcomes_at_once_one_is_recorded_whole()
    {
        await Outbox.AddAsync(NewMail("m1"), Cancellation);

        var told = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i =>
                    Task.Run(() =>
                        Outbox.SetOutcomeAsync(
                            NewMail("m1"),
                            Accepted with
                            {
                                ProviderId = $"{i}",
                            },
                            At.AddHours(i),
                            Cancellation
                        )
                    )
                )
        );

        var mail = Assert.Single(await ListAsync());
        Assert.Equal(
            At.AddHours(int.Parse(mail.Outcome!.ProviderId!, provider: null)),
            mail.OutcomeAt
        );
        Assert.All(told, outcome => Assert.Equal(mail.Outcome, outcome));
    }

    [Fact]
    public async Task An_outcome_of_a_mail_that_is_not_there_is_a_fault()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Outbox.SetOutcomeAsync(NewMail("none"), Accepted, At, Cancellation)
        );
    }

    [Fact]
    public async Task A_cycles_mails_are_listed_in_order_of_id_and_no_others()
    {
        foreach (var id in (string[])["b", "a-1", "a.1", "a"])
        {
            await Outbox.AddAsync(NewMail(id), Cancellation);
        }

        Assert.Equal(["a", "a-1", "a.1", "b"], (await ListAsync()).Select(mail => mail.Id));
        Assert.Empty(
            await Outbox.ListAsync(new($"{Cycle}x"), Cancellation).ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Long_arguments_in_any_script_come_back_whole()
    {
        var comment = string.Concat(
            Enumerable.Repeat("Đề nghị bổ sung phụ lục số liệu. हनोई 📎 ", 1500)
        );
        var mail = NewMail("long") with
        {
            Arguments = new Dictionary<string, string> { ["comment"] = comment },
        };

        await Outbox.AddAsync(mail, Cancellation);

        Assert.Equal(comment, Assert.Single(await ListAsync()).Arguments["comment"]);
    }

    private async Task<List<OutboxMail>> ListAsync() =>
        await Outbox.ListAsync(Cycle, Cancellation).ToListAsync(Cancellation);

    private OutboxMail NewMail(string id) =>
        new()
        {
            Id = id,
            Cycle = Cycle,
            Kind = nameof(ReminderLetter),
            Person = "nguyen-van-a",
            Subject = Assignment("unit").ToString(),
            LinkId = "abc",
            Arguments = new Dictionary<string, string> { ["days"] = "3" },
            QueuedAt = At.AddTicks(1),
        };
}
