using ProgramReview.Adapters.Tests.Contracts;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class SubmissionInMemory : SubmissionContract
{
    protected override IServiceProvider Services { get; } = InMemory.Open();

    protected override Task<bool> PutAsync(Uri address, byte[] content) =>
        Task.FromResult(
            Get<InMemorySubmissionStore>().PutByPermission(address, new MemoryStream(content))
        );
}
