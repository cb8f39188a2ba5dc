namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>All that is held after every run.</summary>
internal static class All
{
    /// <summary>Every invariant; the first that is broken names the run, so the plainest words come first.</summary>
    public static readonly IReadOnlyList<IInvariant> Invariants =
    [
        new NothingStartsTooLate(),
        new StoredFilesNeverChange(),
        new OnTimeIsOnTime(),
        new LateIsLate(),
        new NothingCountsAfterItsClose(),
        new NothingCountsUnchecked(),
        new PartsStayApart(),
        new NewestOnTimeCounts(),
        new AsLateAsItsLatestPart(),
        new OnlyWhatIsAskedIsTaken(),
        new NothingInfectedLeavesOrCounts(),
        new NothingEndsUnchecked(),
        new ChecksTellTheTruth(),
        new CheckingOnlyKeepsNothing(),
        new ExplanationsStandAsGiven(),
        new EveryUploadIsRecordedOnce(),
        new EveryUploadIsChecked(),
        new EveryRefusalIsRecordedOnce(),
        new EveryAttemptHasOneReceipt(),
        new NobodyDoneIsReminded(),
        new OneMailPerOccasion(),
        new SentAgainOnlyWithoutOutcome(),
        new EverybodyIsAsked(),
        new EveryOutcomeIsOnRecordOnce(),
        new OrdersStandAsGiven(),
        new OutagesAreCarriedOut(),
        new NoStaleDecisionCounts(),
        new ApprovalHasItsQuorum(),
        new NothingStandsOnWhatWasOvertaken(),
        new WhoAnsweredIsTold(),
        new EveryAnswerIsSigned(),
        new OneTerminalStateEach(),
        new FanInIsWhole(),
        new AuditVerifies(),
        new IndexFollowsTheRecord(),
        new DossierStandsOnItsAnchor(),
        new NoFigureWithoutItsVersion(),
        new NothingIsCountedTwice(),
        new FiguresNeedNoMending(),
        new AggregateEqualsRecount(),
        new TokensStayPrivate(),
        new FormerContactsHoldNothing(),
        new NothingFailsForGood(),
        new NothingIsStuck(),
    ];
}
