using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Entropy;

namespace ProgramReview.Functions.Planning;

/// <summary>Puts somebody down who is named while a cycle runs: under the press's key, so that the same press after a crash finds the row.</summary>
public sealed class ContactKeeper(IContactStore contacts, IEntropy entropy, TimeProvider clock)
{
    /// <summary>Keeps the person once.</summary>
    /// <returns>The hash under which the record names them.</returns>
    public async Task<string> KeepAsync(
        CycleId cycle,
        string key,
        string name,
        string email,
        Language language,
        CancellationToken cancellation
    )
    {
        var salt = new byte[KeptContact.SaltSize];
        entropy.Fill(salt);
        var kept = await contacts.AddAsync(
            new KeptContact(
                cycle,
                key,
                KeptContact.DocumentOf(salt, name.Trim(), email, language),
                clock.GetUtcNow()
            ),
            cancellation
        );
        return kept.Hash;
    }
}
