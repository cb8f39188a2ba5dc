namespace ProgramReview.Core.Events;

/// <content>What each entry changes.</content>
public sealed partial record CycleState
{
    /// <summary>The state after one more entry.</summary>
    public CycleState Apply(Entry entry) =>
        entry.Event switch
        {
            CycleEvent.Started started => this with
            {
                Start = started,
                StartedAt = entry.RecordedAt,
            },
            CycleEvent.DossierCompiled compiled => this with
            {
                Dossiers = new Dictionary<int, string>(Dossiers)
                {
                    [compiled.Round] = compiled.DossierHash,
                },
            },
            CycleEvent.RoundOpened opened => this with
            {
                Rounds =
                [
                    .. Rounds,
                    new RoundState(opened.Round, opened.DossierHash, opened.Closes, [], null)
                    {
                        Barred = opened.Barred ?? [],
                        AskedAt = entry.RecordedAt,
                        Orders = SeatOrders,
                    },
                ],
            },
            CycleEvent.StageOpened opened => WithRound(
                opened.Round,
                round =>
                    round with
                    {
                        Stage = opened.Stage,
                        Closes = opened.Closes,
                        AskedAt = entry.RecordedAt,
                    }
            ),
            CycleEvent.RoundExtended extended => WithRound(
                extended.Round,
                round => round with { IsExtended = true, Closes = extended.Closes }
            ),
            CycleEvent.Decided decided => WithRound(
                decided.Round,
                round => round with { Decisions = [.. round.Decisions, decided] }
            ),
            CycleEvent.DeputyNamed named => WithRound(
                named.Round,
                round =>
                    round with
                    {
                        Deputies =
                        [
                            .. round.Deputies,
                            new Deputy(named.Seat, named.Person, named.By, entry.RecordedAt)
                            {
                                Contact = named.ContactHash is { } hash
                                    ? new NamedContact(entry.Key, named.Person, hash)
                                    : null,
                            },
                        ],
                    }
            ),
            CycleEvent.DeputyRevoked revoked => WithRound(
                revoked.Round,
                round => WithoutDeputy(round, revoked.Seat)
            ),
            CycleEvent.SeatPassed passed => WithSeats(
                [.. SeatOrders, Order(passed, passed.Terms, entry)],
                passed.Seat
            ),
            CycleEvent.MeetingRecorded meeting => WithSeats([
                .. SeatOrders,
                Order(meeting, meeting.Terms, entry),
            ]),
            CycleEvent.MinutesScanned scanned => this with
            {
                MinutesScans = new Dictionary<string, IReadOnlyList<ScanResult>>(MinutesScans)
                {
                    [scanned.Minutes] = [.. ScansOfMinutes(scanned.Minutes), scanned.Result],
                },
            },
            CycleEvent.SeatsConfirmed confirmed => WithOrder(
                confirmed.Order,
                order => order with { Confirmation = confirmed }
            ),
            CycleEvent.SeatObjected objected => WithOrder(
                objected.Order,
                order =>
                    order with
                    {
                        Confirmation = null,
                        Objections = new Dictionary<string, DateTimeOffset>(order.Objections)
                        {
                            [objected.Seat] = entry.RecordedAt,
                        },
                    }
            ),
            CycleEvent.Mailed { Result: MailResult.Sent } mailed
                when SeatOrder.SequenceOf(mailed.Occasion) is { } order => WithOrder(
                order,
                told =>
                    told with
                    {
                        Told = told.Told.ContainsKey(mailed.Person)
                            ? told.Told
                            : new Dictionary<string, DateTimeOffset>(told.Told)
                            {
                                [mailed.Person] = entry.RecordedAt,
                            },
                    }
            ),
            CycleEvent.RequestSeen seen => WithRound(
                seen.Round,
                round => round with { Seen = [.. round.Seen, seen.Person] }
            ),
            CycleEvent.AccessCodeIssued issued => WithCode(
                new AccessCode(issued, entry.RecordedAt, [])
            ),
            CycleEvent.AccessCodeFailed failed => AccessCodes[failed.Person] is var code
            && code.Issued.Number == failed.Number
                ? WithCode(code with { Wrong = [.. code.Wrong, entry.RecordedAt] })
                : this,
            CycleEvent.RoundEnded ended => WithRound(
                ended.Round,
                round =>
                    round with
                    {
                        Outcome = ended.Outcome,
                        Result = ended.Result,
                        EndedAt = entry.RecordedAt,
                    }
            ),
            CycleEvent.RoundVoided voided => WithRound(
                voided.Round,
                round => round with { Outcome = RoundOutcome.Voided, EndedAt = entry.RecordedAt }
            ) with
            {
                Voidings = new Dictionary<int, Voiding>(Voidings)
                {
                    [voided.Round] = new Voiding(voided, entry.RecordedAt),
                },
            },
            CycleEvent.EditionOpened opened => this with
            {
                Editions = [.. Editions, new Edition(opened, NewestDossier + 1, entry.RecordedAt)],
            },
            CycleEvent.NextStepChosen chosen => this with
            {
                Choices = new Dictionary<int, CycleEvent.NextStepChosen>(Choices)
                {
                    [chosen.AfterRound] = chosen,
                },
            },
            CycleEvent.ProcessFailed failed => this with
            {
                Failures = [.. Failures, failed],
                Failed = new Dictionary<string, CycleEvent.ProcessFailed>(Failed)
                {
                    [failed.Instance] = failed,
                },
                HasFailed = HasFailed || IsOwn(failed.Instance, entry),
            },
            CycleEvent.Reopened reopened => this with { Orders = [.. Orders, reopened] },
            CycleEvent.RetryOrdered ordered => this with
            {
                Orders = [.. Orders, ordered],
                Failed = Failed
                    .Where(failed => failed.Key != ordered.Instance)
                    .ToDictionary(failed => failed.Key, failed => failed.Value),
                HasFailed = HasFailed && !IsOwn(ordered.Instance, entry),
            },
            CycleEvent.DutyPassed passed => this with
            {
                Handovers = [.. Handovers, new Handover(passed, entry)],
            },
            CycleEvent.ContactErased erased => this with
            {
                Erasures = new Dictionary<string, CycleEvent.ContactErased>(Erasures)
                {
                    [erased.Person] = erased,
                },
            },
            CycleEvent.OutageDeclared declared => Ordering(declared, entry) with
            {
                Outages = [.. Outages, new Outage(declared, entry)],
            },
            CycleEvent.ResendOrdered resend => Ordering(resend, entry),
            CycleEvent.OutageApplied applied => WithDone(applied.Declared) with
            {
                Outages =
                [
                    .. Outages.Select(outage =>
                        outage.Sequence == applied.Declared
                            ? outage with
                            {
                                Moved = applied.Moved,
                            }
                            : outage
                    ),
                ],
            },
            CycleEvent.MaterialAsked asked => this with
            {
                Materials =
                [
                    .. Materials,
                    new MaterialOrder(entry.Sequence, entry.RecordedAt, asked.By),
                ],
            },
            CycleEvent.MaterialMade made => this with
            {
                Materials =
                [
                    .. Materials.Select(order =>
                        order.Sequence == made.Asked
                            ? order with
                            {
                                Made = made,
                                MadeAt = entry.RecordedAt,
                            }
                            : order
                    ),
                ],
            },
            CycleEvent.DossierRendered rendered => this with
            {
                Renderings = new Dictionary<int, CycleEvent.DossierRendered>(Renderings)
                {
                    [rendered.Round] = rendered,
                },
            },
            CycleEvent.LettersSent sent => WithDone(sent.Order),
            CycleEvent.HealthGap gap => this with { HealthGaps = [.. HealthGaps, gap.Window] },
            CycleEvent.Published published => Ordering(published, entry) with
            {
                Publications =
                [
                    .. Publications,
                    new Publication(
                        EditionOf(NewestDossier),
                        NewestDossier,
                        published,
                        entry.Sequence,
                        entry.RecordedAt
                    ),
                ],
            },
            // Who took part was told when it was published.
            CycleEvent.Ended { Outcome: CycleOutcome.Published, By: null } ended => WithEnd(
                ended,
                entry
            ),
            CycleEvent.Ended ended => Ordering(ended, entry).WithEnd(ended, entry),
            CycleEvent.Anchored anchored => this with
            {
                Anchors = [.. Anchors, new Anchor(anchored, entry)],
            },
            CycleEvent.Mailed or CycleEvent.Corrected or CycleEvent.FiguresMended => this,
            var @event => throw new InvalidOperationException(
                $"{@event.GetType().Name} is no fact of a cycle."
            ),
        };

    /// <summary>The state that a whole stream adds up to.</summary>
    public static CycleState Of(IEnumerable<Entry> entries) =>
        entries.Aggregate(None, (state, entry) => state.Apply(entry));
}
