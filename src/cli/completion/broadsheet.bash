# bash completion for broadsheet
_broadsheet() {
  local IFS=$'\n' cur=${COMP_WORDS[COMP_CWORD]} line rest=nothing asked
  COMPREPLY=()
  # What is given in one word, as in --format=json, is three words here.
  [[ $cur == "=" ]] && cur=""
  printf -v asked ' %q' "${COMP_WORDS[@]:1:COMP_CWORD}"
  while IFS= read -r line; do
    if [[ $line == .* ]]; then rest=${line#.}; continue; fi
    line=${line%%$'\t'*}
    [[ ${COMP_WORDS[COMP_CWORD]} == "=" || ${COMP_WORDS[COMP_CWORD-1]} == "=" ]] && line=${line#--*=}
    [[ $line == "$cur"* ]] && COMPREPLY+=("$line")
  done < <(eval "${COMP_WORDS[0]} complete --$asked" 2>/dev/null)
  case $rest in
    files) ((${#COMPREPLY[@]})) || compopt -o default ;;
    folders) compopt -o dirnames ;;
    more) compopt -o nospace ;;
  esac
}
complete -F _broadsheet broadsheet
