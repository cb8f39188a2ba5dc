using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>
/// Keeps who has which seat and what stands on operations' word, a second time and in another way than the product: entry by entry, with no rule of
/// the product.
/// </summary>
internal sealed class SeatBook
{
    private readonly Dictionary<string, string> holders = [];
    private readonly Dictionary<(int Round, string Seat), string> deputies = [];
    private readonly Dictionary<(int Round, string Seat, string Voter), string?> namedBy = [];
    private readonly Dictionary<long, Word> words = [];

    /// <summary>What operations did, by entry.</summary>
    public IReadOnlyDictionary<long, Word> Words => words;

    /// <summary>Takes the next entry of the cycle.</summary>
    public void Take(Evidence.Line line)
    {
        var at = line.Entry.RecordedAt;
        switch (line.Event)
        {
            case CycleEvent.SeatPassed passed:
                words[line.Entry.Sequence] = new Word(passed.Terms, at)
                {
                    PutIn = (passed.Seat, passed.From, passed.To),
                };
                holders[passed.Seat] = passed.To;
                foreach (var key in deputies.Keys.Where(key => key.Seat == passed.Seat).ToList())
                {
                    deputies.Remove(key);
                }
                break;
            case CycleEvent.MeetingRecorded meeting:
                words[line.Entry.Sequence] = new Word(meeting.Terms, at);
                break;
            case CycleEvent.SeatsConfirmed confirmed:
                words[confirmed.Order].Confirmed = at;
                break;
            case CycleEvent.SeatObjected objected:
                var word = words[objected.Order];
                word.Confirmed = null;
                word.Objected[objected.Seat] = at;
                if (word.PutIn is var (seat, from, to) && holders[seat] == to)
                {
                    holders[seat] = from;
                    foreach (var key in deputies.Keys.Where(key => key.Seat == seat).ToList())
                    {
                        deputies.Remove(key);
                    }
                }
                break;
            case CycleEvent.Mailed { Result: MailResult.Sent } mailed
                when mailed.Occasion.Split("-seat-order-") is [_, var order]:
                words[long.Parse(order, System.Globalization.CultureInfo.InvariantCulture)]
                    .Told.TryAdd(mailed.Person, at);
                break;
            case CycleEvent.DeputyNamed named:
                deputies[(named.Round, named.Seat)] = named.Person;
                namedBy[(named.Round, named.Seat, named.Person)] = named.By;
                break;
            case CycleEvent.DeputyRevoked revoked:
                deputies.Remove((revoked.Round, revoked.Seat));
                break;
        }
    }

    /// <summary>Who has a seat.</summary>
    public string Holder(string seat) => holders.GetValueOrDefault(seat, seat);

    /// <summary>Whether a person may answer for a seat of a round now.</summary>
    public bool May(int round, string seat, string person) =>
        Holder(seat) == person || deputies.GetValueOrDefault((round, seat)) == person;

    /// <summary>Whether a person stands in for a seat of a round now.</summary>
    public string? Deputy(int round, string seat) => deputies.GetValueOrDefault((round, seat));

    /// <summary>What an answer by link stands on; null if on nothing but the person's own word.</summary>
    public Word? Behind(int round, string seat, string voter)
    {
        var of = namedBy.TryGetValue((round, seat, voter), out var by) ? by : voter;
        return of is null
            ? null
            : words.Values.FirstOrDefault(word => word.PutIn is var (_, _, to) && to == of);
    }

    /// <summary>Something that operations did.</summary>
    internal sealed class Word(ObjectionTerms terms, DateTimeOffset at)
    {
        public ObjectionTerms Terms => terms;

        public DateTimeOffset At => at;

        public (string Seat, string From, string To)? PutIn { get; init; }

        public Dictionary<string, DateTimeOffset> Told { get; } = [];

        public Dictionary<string, DateTimeOffset> Objected { get; } = [];

        public DateTimeOffset? Confirmed { get; set; }

        public bool IsGone => PutIn is not null && Objected.Count > 0;

        /// <summary>Whether it counts at an instant: each condition by itself.</summary>
        public bool Counts(DateTimeOffset when) =>
            !IsGone
            && Confirmed is not null
            && terms.Concerned.All(Told.ContainsKey)
            && Told.Values.All(told => After(told) <= when)
            && Objected.Values.All(objected => After(objected) <= when);

        /// <summary>When it will count if nothing more happens; null if never.</summary>
        public DateTimeOffset? Last =>
            IsGone || Confirmed is null || !terms.Concerned.All(Told.ContainsKey)
                ? null
                : Told.Values.Concat(Objected.Values).Select(After).Max();

        // The next whole second, as deadlines are.
        private DateTimeOffset After(DateTimeOffset from)
        {
            var ticks = from.AddHours(terms.Hours).UtcTicks + TimeSpan.TicksPerSecond - 1;
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        }
    }
}
