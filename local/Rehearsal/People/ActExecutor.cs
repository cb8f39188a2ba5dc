namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Carries out what played people do; every outcome is told in a few words.</summary>
public abstract class ActExecutor
{
    /// <summary>Does it, and tells what came of it.</summary>
    public Task<string> DoAsync(Act act, CancellationToken cancellation) =>
        act switch
        {
            Act.Open open => OpenAsync(open, cancellation),
            Act.Upload upload => UploadAsync(upload, cancellation),
            Act.Decide decide => DecideAsync(decide, cancellation),
            Act.AskExtension { IsGranted: false } => Task.FromResult(
                "asked operations for more time: not granted"
            ),
            Act.AskExtension ask => ExtendAsync(ask, cancellation),
            Act.ChooseNextStep choose => ChooseAsync(choose, cancellation),
            _ => throw new InvalidOperationException($"Nobody knows how to {act.GetType().Name}."),
        };

    /// <summary>Opens a page.</summary>
    protected abstract Task<string> OpenAsync(Act.Open act, CancellationToken cancellation);

    /// <summary>Sends a report.</summary>
    protected abstract Task<string> UploadAsync(Act.Upload act, CancellationToken cancellation);

    /// <summary>Answers in an approval round.</summary>
    protected abstract Task<string> DecideAsync(Act.Decide act, CancellationToken cancellation);

    /// <summary>Gives the time that was asked for.</summary>
    protected abstract Task<string> ExtendAsync(
        Act.AskExtension act,
        CancellationToken cancellation
    );

    /// <summary>Chooses what comes after an expired round.</summary>
    protected abstract Task<string> ChooseAsync(
        Act.ChooseNextStep act,
        CancellationToken cancellation
    );
}
