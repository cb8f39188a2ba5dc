using ProgramReview.Core.Naming;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class PermissionContract : Contract
{
    private static readonly DateTimeOffset At = new(2024, 9, 1, 2, 0, 0, TimeSpan.Zero);

    private IPermissionIndex Index => Get<IPermissionIndex>();

    [Fact]
    public async Task Outstanding_names_are_listed_by_cycle_and_by_assignment()
    {
        var one = Permission(Assignment("unit", "r1"), "a");
        var two = Permission(Assignment("unit", "r1"), "b");
        var other = Permission(Assignment("unit", "r10"), "a");
        foreach (var permission in (OutstandingPermission[])[one, two, other])
        {
            await Index.AddAsync(permission, Cancellation);
        }

        Assert.Equivalent(new[] { one, two, other }, await ListAsync(), strict: true);
        Assert.Equivalent(new[] { one, two }, await ListAsync(one.Assignment), strict: true);
        Assert.Equal([other], await ListAsync(other.Assignment));
    }

    [Fact]
    public async Task A_name_noted_twice_is_there_once()
    {
        var permission = Permission(Assignment("unit"), "a");
        await Index.AddAsync(permission, Cancellation);

        await Index.AddAsync(permission, Cancellation);

        Assert.Equal([permission], await ListAsync());
    }

    [Fact]
    public async Task A_forgotten_name_is_gone_and_may_be_forgotten_again()
    {
        var kept = Permission(Assignment("unit"), "kept");
        var gone = Permission(Assignment("unit"), "gone");
        await Index.AddAsync(kept, Cancellation);
        await Index.AddAsync(gone, Cancellation);

        await Index.RemoveAsync(gone, Cancellation);
        await Index.RemoveAsync(gone, Cancellation);

        Assert.Equal([kept], await ListAsync());
    }

    private async Task<List<OutstandingPermission>> ListAsync(AssignmentId? assignment = null) =>
        await Index.ListAsync(Cycle, assignment, Cancellation).ToListAsync(Cancellation);

    private static OutstandingPermission Permission(AssignmentId assignment, string name) =>
        new(assignment, $"{assignment.Cycle}/{assignment.Body}/1/{name}.docx", At);
}
