namespace ProgramReview.Local.Host.Functions;

/// <summary>A storage queue as its listener needs it.</summary>
internal interface IMessageQueue
{
    /// <summary>The queue's name.</summary>
    string Name { get; }

    /// <summary>Takes messages and hides them from others for a while.</summary>
    Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(
        int most,
        TimeSpan invisible,
        CancellationToken cancellationToken
    );

    /// <summary>Removes a message that was dealt with.</summary>
    Task DeleteAsync(QueuedMessage message, CancellationToken cancellationToken);

    /// <summary>Shows a message again after a delay.</summary>
    Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Puts a copy of a message, as it was written, on the poison queue.</summary>
    Task PoisonAsync(QueuedMessage message, CancellationToken cancellationToken);
}
