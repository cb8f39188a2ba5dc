using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

public sealed class EventTests
{
    [Fact]
    public void Every_kind_of_fact_has_a_sample() =>
        Assert.Equal(
            typeof(Event)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract)
                .Select(type => type.FullName)
                .Order(StringComparer.Ordinal),
            EventSamples
                .All()
                .Select(@event => @event.GetType().FullName)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_kind_of_fact_has_one_stored_name_of_its_own()
    {
        var names = typeof(Event)
            .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false)
            .Cast<JsonDerivedTypeAttribute>()
            .ToList();

        Assert.Equal(names.Count, names.Select(name => name.TypeDiscriminator).Distinct().Count());
        Assert.Equal(names.Count, names.Select(name => name.DerivedType).Distinct().Count());
        Assert.Equal(
            names.Count,
            EventSamples.All().Select(@event => @event.GetType()).Distinct().Count()
        );
    }

    // The file holds what lies in people's storage. A line may be added to it; one that is there never changes.
    [Fact]
    public void What_is_stored_can_be_read_for_ever()
    {
        var stored = Stored();

        Assert.Equal(stored, EventSamples.All().Select(EventJson.Write));
        Assert.Equal(stored, stored.Select(line => EventJson.Write(Body(line).Event)));
    }

    [Fact]
    public void Every_fact_comes_back_with_every_text() =>
        Texts.Sample(
            text =>
                EventSamples
                    .All(text)
                    .All(@event =>
                    {
                        var body = EventJson.Write(@event);
                        var back = Body(body).Event;
                        return back.GetType() == @event.GetType() && EventJson.Write(back) == body;
                    }),
            iter: 1_000
        );

    [Fact]
    public void Texts_come_back_letter_by_letter() =>
        Texts.Sample(
            text =>
            {
                var entry = Chain.Next(
                    BaDinh.Stream,
                    null,
                    Opening,
                    "k",
                    new AssignmentEvent.Exempted(text, text)
                );
                return entry.Event is AssignmentEvent.Exempted back
                    && back.By == text
                    && back.Reason == text;
            },
            iter: Many
        );

    [Fact]
    public void An_event_is_read_once_however_its_entry_is_handed_on()
    {
        var entry = Body(EventJson.Write(new AssignmentEvent.Exempted("anna", "dissolved")));
        var copy = entry with { Key = "copy" };

        Assert.Same(entry.Event, entry.Event);
        Assert.Same(entry.Event, copy.Event);
        var changed = entry with
        {
            Body = EventJson.Write(new AssignmentEvent.Exempted("anna", "merged")),
        };
        Assert.Equal(new AssignmentEvent.Exempted("anna", "merged"), changed.Event);
        Assert.Equal(new AssignmentEvent.Exempted("anna", "dissolved"), entry.Event);
    }

    [Fact]
    public void An_entry_holds_what_is_stored_and_nothing_else() =>
        Assert.Equal(
            ["Stream", "Sequence", "RecordedAt", "Key", "Body", "PreviousHash", "Hash"],
            typeof(Entry)
                .GetFields(
                    System.Reflection.BindingFlags.Instance
                        | System.Reflection.BindingFlags.NonPublic
                        | System.Reflection.BindingFlags.Public
                )
                .Select(field => field.Name.Split('<', '>')[1])
        );

    [Fact]
    public void A_submission_comes_back_with_its_judgement_to_the_tick()
    {
        var submission = Submission(
            At("2024-09-12T10:11:12.1234567+07:00"),
            finding: Severity.Info
        );

        var back = (AssignmentEvent.SubmissionRecorded)
            Chain
                .Next(
                    BaDinh.Stream,
                    null,
                    Opening,
                    "k",
                    new AssignmentEvent.SubmissionRecorded(submission)
                )
                .Event;

        Assert.Equal(submission.Judgement, back.Submission.Judgement);
        Assert.Equal(submission with { Findings = back.Submission.Findings }, back.Submission);
        Assert.Equal(submission.Findings[0].Arguments, back.Submission.Findings[0].Arguments);
    }

    [Fact]
    public void A_lone_surrogate_neither_stops_the_writing_nor_breaks_the_chain()
    {
        var entry = Chain.Next(
            BaDinh.Stream,
            null,
            Opening,
            "k",
            new AssignmentEvent.Exempted("operator", "a\ud800b")
        );

        Assert.Equal("a\ufffdb", Assert.IsType<AssignmentEvent.Exempted>(entry.Event).Reason);
        Assert.Null(Chain.FirstBroken([entry]));
    }

    [Theory]
    [InlineData("""{"fact":"never-heard-of","Round":1}""")]
    [InlineData("""{"Round":1}""")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_is_no_known_fact_is_not_read_as_one(string body)
    {
        var refusal = Record.Exception(() => Body(body).Event);

        Assert.True(refusal is JsonException or NotSupportedException, $"{refusal}");
    }

    private static string[] Stored()
    {
        using var stream = typeof(EventTests).Assembly.GetManifestResourceStream(
            "events.golden.jsonl"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Entry Body(string body) =>
        Chain.Next(BaDinh.Stream, null, Opening, "k", EventSamples.All()[0]) with
        {
            Body = body,
        };
}
